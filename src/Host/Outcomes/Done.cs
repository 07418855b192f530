namespace Host.Outcomes;

/// <summary>The value of an outcome that has nothing to say but that it happened.</summary>
internal sealed class Done
{
    private Done()
    {
    }

    public static Done Value { get; } = new();
}
