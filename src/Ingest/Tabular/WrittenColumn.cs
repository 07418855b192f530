namespace Ingest.Tabular;

/// <summary>A column to be written.</summary>
/// <param name="Name">In the header.</param>
/// <param name="Values">Texts by code.</param>
/// <param name="Read">Code of each row.</param>
public sealed record WrittenColumn(string Name, IReadOnlyList<string> Values, WrittenCodes Read)
{
    public override string ToString() => nameof(WrittenColumn);
}
