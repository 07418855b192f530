namespace Publication.Releases;

/// <summary>A published release under its seal. Made by the verifier's chain (verify, approve, publish) or opened from its sealed bytes, in no other way.</summary>
public sealed class Release
{
    internal Release(ReleaseContent content, Seal seal, PublicProof proof)
    {
        Content = content;
        Seal = seal;
        Proof = proof;
    }

    public ReleaseContent Content { get; }

    public Seal Seal { get; }

    /// <summary>What the public may check by adding up; see <see cref="PublicProof"/>.</summary>
    public PublicProof Proof { get; }
}
