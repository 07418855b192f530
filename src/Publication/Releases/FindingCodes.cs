namespace Publication.Releases;

/// <summary>Codes of <see cref="Finding"/>.</summary>
public static class FindingCodes
{
    /// <summary>One definition has two states or two figures, in this release or against an earlier one.</summary>
    public const string Inconsistent = nameof(Inconsistent);

    /// <summary>The records do not satisfy a fact that is public already.</summary>
    public const string FactContradicted = nameof(FactContradicted);

    /// <summary>Records are missing that an earlier figure counts.</summary>
    public const string RecordsMissing = nameof(RecordsMissing);

    /// <summary>A witness changes a published figure, takes away more persons than there are, or makes an impossible person.</summary>
    public const string WitnessInvalid = nameof(WitnessInvalid);

    /// <summary>No witness shows that a requirement holds.</summary>
    public const string RequirementUnmet = nameof(RequirementUnmet);

    /// <summary>The table could be published and would show nobody: zeros beside hidden cells, which say where nobody was.</summary>
    public const string NobodyShown = nameof(NobodyShown);

    /// <summary>The certificate is damaged, or belongs to other tables, rules or another ledger.</summary>
    public const string CertificateForeign = nameof(CertificateForeign);

    /// <summary>The candidate is not what the bulletin's definition orders: other classifications, links, categories, roles or rows.</summary>
    public const string NotAsCommissioned = nameof(NotAsCommissioned);
}
