namespace Ingest.Templates;

/// <summary>What a partner writes into a column of a template.</summary>
public enum TemplateKind
{
    /// <summary>Anything short; of a case number or a name only a key is kept.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A quarter of a year, as <c>2025-Q4</c>.</summary>
    Quarter,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One word of a list.</summary>
    Choice,

    /// <summary>Several words of a list, parted by <see cref="TemplateColumn.Separator"/>.</summary>
    Choices,
}
