using Anonymize.Tests.Oracle;
using Publication.Releases;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>
/// §11.9: the gate refuses every certificate that is not, by definition, a proof: with a number changed, a fact missing, or a witness with a
/// negative count. A change may leave a proof (a witness that another one spares); whether it does is for a judge who shares no code with the gate.
/// </summary>
internal static class ForgedProofs
{
    private const int Forgeries = 24;

    public static string? Fault(Judged judged, Tape choices, Tally tally)
    {
        var instance = judged.Instance;
        if (!IsOneSystem(judged))
        {
            return null;
        }

        var forger = new Forger(judged, choices);
        var leaves = instance.Variables.Select(v => v.Leaves.Count).ToArray();
        if (Damaged(judged, choices) is { } damaged)
        {
            return damaged;
        }

        for (var n = 0; n < Forgeries; n++)
        {
            var kind = Forger.Kinds[n % Forger.Kinds.Count];
            if (forger.Make(kind) is not { } forgery)
            {
                continue;
            }

            var judge = new ProofJudge(
                instance.Space,
                instance.Persons,
                PublicFacts.Of(instance.Space, [.. Worlds.Contents(judged.Ledger), forgery.Candidate.Content], instance.Background),
                judged.Duties());
            var alternatives = forgery.Witnesses.Select(w => judge.Alternative(w.Atoms, w.Deltas, leaves)).ToArray();
            var isProof = !forgery.IsForeign && judge.FiguresAreTrue && !alternatives.Contains(null) && judge.Proves([.. alternatives.Select(a => a!)]);
            var outcome = ReleaseVerifier.Verify(forgery.Candidate, judged.Problem.Records, judged.Ledger, instance.Rules);
            tally.Count("forged");
            tally.Count("forged: " + kind);
            tally.Count("forged and refused", outcome.Verified is null);
            tally.Count("forged and refused: " + kind, outcome.Verified is null);
            tally.Count("forged and still a proof", outcome.Verified is not null);
            if ((outcome.Verified is not null) != isProof || Expected(forgery, judge, alternatives) is { } code && outcome.Findings.All(f => f.Code != code))
            {
                return $"{kind}: {(isProof ? "a proof" : "no proof")}, but the gate says [{string.Join(" | ", outcome.Findings)}]\n{judged.Describe()}";
            }
        }

        return null;
    }

    /// <summary>What the gate must at least say.</summary>
    private static string? Expected(Forgery forgery, ProofJudge judge, long[]?[] alternatives) =>
        forgery.IsForeign ? FindingCodes.CertificateForeign
        : !judge.FiguresAreTrue ? FindingCodes.FactContradicted
        : alternatives.Contains(null) ? FindingCodes.WitnessInvalid
        : null;

    /// <summary>The stored certificate with one byte changed is no certificate.</summary>
    private static string? Damaged(Judged judged, Tape choices)
    {
        var bytes = CertificateSerializer.Write(judged.Candidate.Certificate);
        var at = choices.Next(bytes.Length);
        bytes[at] ^= (byte)(1 << choices.Next(8));
        return CertificateSerializer.Read(bytes) is null ? null : $"byte {at} of the certificate was changed and nobody noticed\n{judged.Describe()}";
    }

    /// <summary>
    /// Everything known is about persons whom this release may count, so that gate and judge look at the same facts: the gate leaves out what no
    /// sum can link.
    /// </summary>
    private static bool IsOneSystem(Judged judged) =>
        judged.Instance.Variables[^1].Leaves.Count == 1
        || judged.Problem.Designs.Any(d => d.Where.Count == 0)
        || (judged.Ledger.Entries.Count == 0 && judged.Instance.Background.Count == 0);
}
