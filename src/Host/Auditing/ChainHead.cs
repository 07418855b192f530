namespace Host.Auditing;

/// <summary>The last entry of a chain.</summary>
/// <param name="Number">Its number; 0 of an empty chain.</param>
/// <param name="Link">Its keyed code, over everything before it.</param>
internal sealed record ChainHead(long Number, string Link)
{
    public static ChainHead None { get; } = new(0, "");
}
