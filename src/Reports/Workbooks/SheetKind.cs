namespace Reports.Workbooks;

/// <summary>What a sheet is for.</summary>
internal enum SheetKind
{
    Table,
    Series,
    Chart,
}
