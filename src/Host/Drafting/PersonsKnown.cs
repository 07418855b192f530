using Apache.Arrow;

namespace Host.Drafting;

/// <summary>Distinct persons, and how many of them each partner knows; several may know one.</summary>
internal sealed class PersonsKnown
{
    private const string CountColumn = "count";
    private const string PartnerPrefix = "partner:";

    private PersonsKnown(int persons, IReadOnlyDictionary<string, int> byPartner)
    {
        Persons = persons;
        ByPartner = byPartner;
    }

    public int Persons { get; }

    /// <summary>By id of the partner.</summary>
    public IReadOnlyDictionary<string, int> ByPartner { get; }

    /// <summary>Share of the persons that a partner knows, 0 to 1; 0 where there is nobody.</summary>
    public decimal ShareOf(string partner) => Persons == 0 ? 0 : (decimal)ByPartner.GetValueOrDefault(partner) / Persons;

    /// <param name="batch">Weighted records, with a column for each partner.</param>
    public static PersonsKnown Of(RecordBatch batch) => new(
        Sum(batch, CountColumn),
        batch.Schema.FieldsList.Select(f => f.Name).Where(n => n.StartsWith(PartnerPrefix, StringComparison.Ordinal))
            .ToDictionary(n => n[PartnerPrefix.Length..], n => Sum(batch, n), StringComparer.Ordinal));

    public override string ToString() => nameof(PersonsKnown);

    private static int Sum(RecordBatch batch, string column) => batch.Column(column) is Int32Array numbers ? numbers.Values.ToArray().Sum() : 0;
}
