extension Asset {
    /// Who runs it: as stated, or as its kind is usually run. Cloud tenants and software as a service are a provider's.
    package var hosting: Hosting { hosted ?? (kind == .cloudTenant || kind == .saas ? .cloud : .own) }
}
