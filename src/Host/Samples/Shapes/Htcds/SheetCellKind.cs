namespace Host.Samples.Shapes.Htcds;

internal enum SheetCellKind
{
    Empty,
    Text,
    Number,
    Date,
    Truth,
}
