using Ingest.Catalogue;

namespace Ingest.Storage;

/// <summary>What reading found out about a file, for its receipt.</summary>
/// <param name="Sha256">SHA-256 of the bytes received, lower-case hex.</param>
/// <param name="SizeBytes">Their number.</param>
/// <param name="RowsRead">Case rows in the file, accepted or not.</param>
/// <param name="SetAside">Rows that do not enter, by reason code.</param>
internal sealed record UploadFacts(string Sha256, long SizeBytes, int RowsRead, IReadOnlyList<RowCount> SetAside)
{
    // A plain hash of a case file confirms a guess of its content to whoever reads it.
    public override string ToString() => nameof(UploadFacts);
}
