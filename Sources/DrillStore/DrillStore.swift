// DrillStore
