using System.Globalization;

namespace Host.Workflow;

/// <summary>A later cut-off day of a quarter.</summary>
internal sealed record CutOffRow
{
    public required string Quarter { get; init; }

    public required string CutOff { get; init; }

    public required string Reason { get; init; }

    public required string SetBy { get; init; }

    public DateOnly Day => DateOnly.ParseExact(CutOff, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
