using System.Collections.ObjectModel;
using Publication.Tables;

namespace Reports.Bulletins;

/// <summary>
/// The sentence that a table is there for: title of its chart and, if asked for, a key result on the cover. It is written only where every
/// figure in it is shown.
/// </summary>
public sealed class BulletinFinding
{
    internal BulletinFinding(FindingKind kind, int axis, IEnumerable<string> rows, Text text, Text? among, bool isKeyResult)
    {
        Kind = kind;
        Axis = axis;
        Rows = new ReadOnlyCollection<string>([.. rows]);
        Text = text;
        Among = among;
        IsKeyResult = isKeyResult;
    }

    public FindingKind Kind { get; }

    /// <summary>Position of the axis it speaks of; every other axis is at its Total. For <see cref="FindingKind.LargestCell"/> the axis that the label names first.</summary>
    public int Axis { get; }

    /// <summary>Codes of the rows it speaks of; empty where the figures choose.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>Template with the placeholders of <see cref="FindingPlaceholders"/>.</summary>
    public Text Text { get; }

    /// <summary>For the largest: the template where a figure that is not shown might be larger still.</summary>
    public Text? Among { get; }

    public bool IsKeyResult { get; }
}
