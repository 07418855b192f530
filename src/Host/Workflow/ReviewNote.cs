namespace Host.Workflow;

/// <summary>A word on an item of a checklist. For cleared eyes; it prints nothing of itself.</summary>
internal sealed class ReviewNote(string text, string writtenBy, string writtenAt)
{
    public string Text { get; } = text;

    public string WrittenBy { get; } = writtenBy;

    public string WrittenAt { get; } = writtenAt;
}
