using Ingest.Schema;

namespace Ingest.Templates;

/// <summary>A column of a template.</summary>
public sealed record TemplateColumn
{
    /// <summary>As the heading row writes it.</summary>
    public required string Heading { get; init; }

    public required TemplateKind Kind { get; init; }

    /// <summary>The shape is recognised only where the column is present.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words of the list, in its order; empty where there is none.</summary>
    public IReadOnlyList<Label> Words { get; init; } = [];

    /// <summary>What parts several words in one cell.</summary>
    public string Separator { get; init; } = "";

    /// <summary>How a day is written, in the notation of .NET.</summary>
    public string DateFormat { get; init; } = "";
}
