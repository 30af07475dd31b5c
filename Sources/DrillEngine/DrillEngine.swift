// DrillEngine
