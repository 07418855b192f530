using Ingest.Schema;

namespace Ingest.Templates;

/// <summary>A column of a template.</summary>
public sealed record TemplateColumn
{
    /// <summary>As the heading row writes it; a shape that a partner's program makes has one, whatever the language.</summary>
    public required Label Heading { get; init; }

    public required TemplateKind Kind { get; init; }

    /// <summary>The shape is recognised only where the column is present.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words of the list, in its order; empty where there is none.</summary>
    public IReadOnlyList<Label> Words { get; init; } = [];

    /// <summary>Words of the first column beside which it is filled in, and must be; beside others it stays empty. None where it has nothing to do with that column.</summary>
    public IReadOnlyList<Label> OnlyFor { get; init; } = [];

    /// <summary>What parts several words in one cell.</summary>
    public string Separator { get; init; } = "";

    /// <summary>How a day is written, in the notation of .NET.</summary>
    public string DateFormat { get; init; } = "";
}
