using Publication.Releases;
using Publication.Tables;
using Publication.Verification;

namespace Anonymize.Tests.Properties;

/// <summary>Changes one number, fact or part of a certified release, as chance has it.</summary>
internal sealed class Forger(Judged judged, Tape choices)
{
    /// <summary>Everything that is forged.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["change", "leaf", "member lost", "member doubled", "witness lost", "half lost", "negative count", "figure", "figure under the old name", "one figure more", "binding"];

    private readonly IReadOnlyList<Witness> _witnesses = judged.Candidate.Certificate.Witnesses[Instance.Population];

    /// <summary>Null where the release has nothing of the kind.</summary>
    public Forgery? Make(string kind)
    {
        var w = choices.Next(Math.Max(_witnesses.Count, 1));
        var at = _witnesses.Count == 0 ? 0 : choices.Next(Math.Max(_witnesses[w].Atoms.Length, 1));
        var isAboutWitness = kind is "change" or "leaf" or "member lost" or "member doubled" or "witness lost" or "half lost";
        if (isAboutWitness && (_witnesses.Count == 0 || _witnesses[w].Atoms.Length == 0))
        {
            return null;
        }

        return kind switch
        {
            "change" => With(kind, w, new Witness(_witnesses[w].Atoms, [.. _witnesses[w].Deltas.Select((d, i) => i == at ? OtherThan(d) : d)])),
            "leaf" => With(kind, w, new Witness([.. _witnesses[w].Atoms.Select((a, i) => i == at ? OtherLeaf(a) : a)], _witnesses[w].Deltas)),
            "member lost" => With(kind, w, new Witness([.. Without(_witnesses[w].Atoms, at)], [.. Without(_witnesses[w].Deltas, at)])),
            "member doubled" => With(kind, w, new Witness([.. _witnesses[w].Atoms, _witnesses[w].Atoms[at]], [.. _witnesses[w].Deltas, choices.Pick(0, 1, -1)])),
            "witness lost" => With(kind, [.. Without(_witnesses, w)]),
            "half lost" => With(kind, [.. _witnesses.Where(_ => choices.Chance(50))]),
            "negative count" => With(kind, [.. _witnesses, Negative()]),
            "figure" => Figure() is { } content ? new Forgery(kind, Patterns.Candidate(judged.Instance, content, judged.Ledger, _witnesses)) : null,
            "figure under the old name" => Figure() is { } content ? new Forgery(kind, judged.Candidate with { Content = content }) { IsForeign = true } : null,
            "one figure more" => OneMore() is { } content ? new Forgery(kind, Patterns.Candidate(judged.Instance, content, judged.Ledger, _witnesses)) : null,
            "binding" => new Forgery(kind, judged.Candidate with { Certificate = new Certificate(OtherName(judged.Candidate.Certificate.Binding), judged.Candidate.Certificate.Witnesses) }) { IsForeign = true },
            _ => throw new InvalidOperationException(kind),
        };
    }

    private static IEnumerable<T> Without<T>(IEnumerable<T> all, int at) => all.Where((_, i) => i != at);

    private Forgery With(string kind, int at, Witness changed) => With(kind, [.. _witnesses.Select((w, i) => i == at ? changed : w)]);

    private Forgery With(string kind, IReadOnlyList<Witness> witnesses) => new(kind, Patterns.Candidate(judged.Instance, judged.Content, judged.Ledger, witnesses));

    private int OtherThan(int delta) => unchecked(choices.Next(6) switch
    {
        0 => delta + 1,
        1 => delta - 1,
        2 => -delta,
        3 => delta + 1_000,
        4 => delta + int.MinValue,
        _ => 0,
    });

    private int[] OtherLeaf(int[] atom)
    {
        var v = choices.Next(atom.Length);
        var leaves = judged.Instance.Variables[v].Leaves.Count;
        var leaf = choices.Next(4) switch
        {
            0 => -1,
            1 => leaves,
            2 => int.MaxValue,
            _ => (atom[v] + 1 + choices.Next(Math.Max(leaves - 1, 1))) % leaves,
        };
        return [.. atom.Select((l, i) => i == v ? leaf : l)];
    }

    /// <summary>One person more than there are taken from a kind, and put elsewhere.</summary>
    private Witness Negative()
    {
        var space = judged.Instance.Space;
        var from = choices.Next(space.Atoms.Count);
        var to = (from + 1 + choices.Next(Math.Max(space.Atoms.Count - 1, 1))) % space.Atoms.Count;
        var there = judged.Instance.Persons.Count(p => space.KindOf(p) == from);
        return from == to ? new Witness([space.Atoms[from]], [-there - 1]) : new Witness([space.Atoms[from], space.Atoms[to]], [-there - 1, there + 1]);
    }

    private ReleaseContent? Figure()
    {
        var shown = Judged.Shown(judged.Content).Distinct().ToArray();
        if (shown.Length == 0)
        {
            return null;
        }

        var one = shown[choices.Next(shown.Length)];
        var by = choices.Pick(1, -1, 5);
        return Changed((cell, state) => !cell.Equals(one) ? state : state.Value + by < 0 ? PublishedCell.Show(state.Value + 1) : PublishedCell.Show(state.Value + by));
    }

    /// <summary>A fact that the witnesses were not made for.</summary>
    private ReleaseContent? OneMore()
    {
        var hidden = Judged.Hidden(judged.Content).Distinct().ToArray();
        if (hidden.Length == 0)
        {
            return null;
        }

        var one = hidden[choices.Next(hidden.Length)];
        var space = judged.Instance.Space;
        var count = judged.Instance.Persons.Count(p => (space.Region(one.Nodes) >> space.KindOf(p) & 1) == 1);
        return Changed((cell, state) => cell.Equals(one) ? PublishedCell.Show(count) : state);
    }

    private ReleaseContent Changed(Func<CellDefinition, PublishedCell, PublishedCell> change) => Patterns.Content(
        judged.Instance,
        judged.Content.Tables.Select(t => new PublishedTable(t.Design, t.Cells.Select((state, c) => change(t.Design.DefinitionOf(c), state)), t.Reason)));

    private static string OtherName(string name) => (name[0] == '0' ? '1' : '0') + name[1..];
}
