namespace Host.Workflow;

/// <summary>A version of a corrected text, and how far it has come. It prints nothing of itself.</summary>
internal sealed class Correction
{
    public required long Number { get; init; }

    /// <summary>What is to stand from then on, with references in the place of figures; empty where the text is taken away.</summary>
    public required BothLanguages Text { get; init; }

    /// <summary>Why, for everybody.</summary>
    public required BothLanguages Note { get; init; }

    /// <summary>Keyed code of both: what an approval binds to.</summary>
    public required string ContentMac { get; init; }

    public required string WrittenBy { get; init; }

    public required string WrittenAt { get; init; }

    /// <summary>Null while nobody did.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Null while it waits.</summary>
    public string? PublishedAt { get; init; }
}
