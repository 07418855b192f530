namespace Reports.Charts;

/// <summary>Which end of a text stands at its position.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}
