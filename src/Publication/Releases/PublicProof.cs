namespace Publication.Releases;

/// <summary>
/// A proof made from the published figures alone: an invented population that gives exactly these figures, and for hidden cells changes of it
/// that give the same figures with a lower and with a higher value. It shows that the figures do not settle a hidden cell; it tells nothing new.
/// </summary>
public sealed class PublicProof
{
    public PublicProof(ReadOnlyMemory<byte> json, bool isComplete)
    {
        Json = json;
        IsComplete = isComplete;
    }

    /// <summary>The file <c>proof.json</c>, UTF-8, canonical.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Every hidden cell has its two changes; otherwise the proof is partial and says so.</summary>
    public bool IsComplete { get; }
}
