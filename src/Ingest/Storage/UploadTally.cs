using Ingest.Catalogue;

namespace Ingest.Storage;

/// <summary>What a receipt says about accepted rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Quarters">By quarter, ascending.</param>
/// <param name="Duplicates">Rows whose case or person stood in an earlier row.</param>
/// <param name="YearOnly">Rows that name a year only.</param>
internal sealed record UploadTally(int Rows, IReadOnlyList<RowCount> Quarters, int Duplicates, int YearOnly)
{
    public override string ToString() => nameof(UploadTally);
}
