using System.Text;

namespace Host.Samples.Shapes.Agency;

/// <summary>How one file of an agency is encoded and worded.</summary>
internal sealed record AgencyDialect
{
    public required Encoding Encoding { get; init; }
    public required char Delimiter { get; init; }

    /// <summary>Whether the first line names the delimiter, as Excel asks for.</summary>
    public bool NamesDelimiter { get; init; }

    /// <summary>The long form with services, permits and results, or the short one.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether the age is written beside the birth date, with a decimal comma.</summary>
    public bool HasAge { get; init; }

    public required string Yes { get; init; }
    public required string No { get; init; }
}
