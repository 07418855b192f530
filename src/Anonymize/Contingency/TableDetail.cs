namespace Anonymize.Contingency;

/// <summary>How much a table tells of the cells that it declares, its finest categories crossed.</summary>
/// <param name="Id">The table.</param>
/// <param name="Hidden">Hidden cells, margins included.</param>
/// <param name="PersonsShownShare">Share of persons in shown cells of one declared cell; null where the total is hidden, or a person may be counted in several.</param>
/// <param name="Detail">Mean over persons of 1 ÷ declared cells in the shown cell that counts them, 0 where that is hidden; null where a person may be counted in several.</param>
public sealed record TableDetail(string Id, int Hidden, double? PersonsShownShare, double? Detail);
