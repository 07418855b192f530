namespace Reports.Workbooks;

/// <summary>How a column prints its figures.</summary>
internal enum FigureFormat
{
    Count,
    Percent,
    Change,
}
