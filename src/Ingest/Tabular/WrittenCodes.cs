namespace Ingest.Tabular;

/// <summary>Copies the codes of the rows from <paramref name="first"/> on, as many as <paramref name="codes"/> holds.</summary>
public delegate void WrittenCodes(int first, Span<int> codes);
