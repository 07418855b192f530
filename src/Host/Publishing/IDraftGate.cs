using Host.Drafting;
using Host.Outcomes;
using Publication.Ledgers;
using Publication.Releases;

namespace Host.Publishing;

/// <summary>The border to what checks a draft against the records. Published is only what passes it at the moment of publication.</summary>
internal interface IDraftGate
{
    /// <summary>Recounts the records and verifies the draft's certificate after this ledger.</summary>
    Task<Outcome<PassedDraft>> VerifyAsync(DraftDocument draft, Ledger ledger, CancellationToken cancellationToken);

    /// <summary>Keeps what a quarter was counted from; done before its figures are known to anybody.</summary>
    void Keep(PassedDraft passed);

    /// <summary>The public proof, from published facts alone.</summary>
    PublicProof Prove(VerifiedRelease release, DraftDocument draft, Ledger ledger);
}
