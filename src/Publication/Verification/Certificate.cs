namespace Publication.Verification;

/// <summary>
/// The private proof of one candidate: for each population the alternatives that show what its publication leaves open. Bound to the tables,
/// the rules and the ledger it was made for. Stored encrypted, never published: with the records it contains the truth.
/// </summary>
internal sealed class Certificate(string binding, IReadOnlyDictionary<string, IReadOnlyList<Witness>> witnesses)
{
    public const int SchemaVersion = 1;

    /// <summary>SHA-256 (hex) over tables, rules and ledger; see <see cref="CertificateBinding"/>.</summary>
    public string Binding { get; } = binding;

    /// <summary>By population.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Witness>> Witnesses { get; } = witnesses;

    public override string ToString() => nameof(Certificate);
}
