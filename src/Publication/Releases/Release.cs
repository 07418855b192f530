namespace Publication.Releases;

/// <summary>A published release under its seal. Made by the chain verify, approve, publish, or opened from its sealed bytes, in no other way.</summary>
public sealed class Release
{
    private Release(ReleaseContent content, Seal seal, PublicProof proof)
    {
        Content = content;
        Seal = seal;
        Proof = proof;
    }

    public ReleaseContent Content { get; }

    public Seal Seal { get; }

    /// <summary>What the public may check by adding up; see <see cref="PublicProof"/>.</summary>
    public PublicProof Proof { get; }

    /// <summary>Seals what was approved.</summary>
    public static Release Publish(ApprovedRelease approved, PublicProof proof, SealingKey key)
    {
        ArgumentNullException.ThrowIfNull(approved);
        ArgumentNullException.ThrowIfNull(key);
        return new Release(approved.Content, Seal.Over(ReleaseSerializer.Write(approved.Content), key), proof);
    }

    /// <summary>Opens stored bytes under their seal; null where the seal does not fit.</summary>
    /// <exception cref="FormatException">The seal fits and yet the bytes are no release: of a newer schema.</exception>
    public static Release? Open(ReadOnlySpan<byte> canonical, Seal seal, PublicProof proof, SealingKey key)
    {
        ArgumentNullException.ThrowIfNull(seal);
        return seal.Fits(canonical, key) ? new Release(ReleaseSerializer.Read(canonical), seal, proof) : null;
    }
}
