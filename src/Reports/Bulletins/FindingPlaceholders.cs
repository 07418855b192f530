using System.Collections.ObjectModel;

namespace Reports.Bulletins;

/// <summary>Placeholders that a finding's template may use; anything else in braces is an error of the definition.</summary>
public static class FindingPlaceholders
{
    /// <summary>Name of the row.</summary>
    public const string Label = "{label}";

    /// <summary>Its count.</summary>
    public const string Count = "{count}";

    /// <summary>The table's total.</summary>
    public const string Total = "{total}";

    /// <summary>Count as a share of the total.</summary>
    public const string Share = "{share}";

    /// <summary>Several rows, each with count and share.</summary>
    public const string List = "{list}";

    /// <summary>The period in words.</summary>
    public const string Period = "{period}";

    public static IReadOnlyList<string> All { get; } = new ReadOnlyCollection<string>([Label, Count, Total, Share, List, Period]);
}
