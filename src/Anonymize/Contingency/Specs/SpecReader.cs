using System.Text.Json;
using Publication.Rules;

namespace Anonymize.Contingency.Specs;

/// <summary>Reads a specification, strictly: every setting is known and has a value that it takes, or the run stops and all faults are named.</summary>
public static class SpecReader
{
    /// <summary>UTF-8 bytes → the specification, or every fault in it.</summary>
    /// <param name="utf8">The document.</param>
    /// <param name="own">The product's own rule set, which holds where the document names no rules.</param>
    public static (ContingencySpec? Spec, IReadOnlyList<SpecFault> Faults) Read(ReadOnlyMemory<byte> utf8, RuleSet own)
    {
        ArgumentNullException.ThrowIfNull(own);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 16 });
        }
        catch (JsonException e)
        {
            return (null, [new SpecFault(SpecFaultKind.Unreadable, $"{e.LineNumber + 1}:{e.BytePositionInLine + 1}")]);
        }

        using (document)
        {
            var faults = new List<SpecFault>();
            var spec = Read(new SpecObject(document.RootElement, "", faults), own, faults);
            return faults.Count > 0 ? (null, faults) : (spec, []);
        }
    }

    private static ContingencySpec Read(SpecObject root, RuleSet own, List<SpecFault> faults)
    {
        if (root.Find("schemaVersion") is not { } version)
        {
            root.Report(SpecFaultKind.Missing, "schemaVersion");
        }
        else if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number < 1)
        {
            root.Report(SpecFaultKind.Invalid, "schemaVersion");
        }
        else if (number > 1)
        {
            root.Report(SpecFaultKind.NewerSchema, "schemaVersion");
        }

        var (rules, partner) = (root.Inner("rules"), root.Text("partner"));
        VariableSpec[] variables = [.. root.Objects("variables", isRequired: true).Select(VariableOf)];
        var spec = new ContingencySpec
        {
            Variables = variables,
            Tables = [.. root.Objects("tables", isRequired: true).Select(TableOf)],
            Rules = rules is null ? ProductRules.Of(own, partner is not null, variables.Any(v => v.Multiple is not null)) : RulesOf(rules),
            RuleSet = rules is null ? own.Identity : null,
            Partner = partner,
            Known = root.Texts("known"),
            Open = [.. root.Objects("open").Select(CellOf)],
            StructuralZeros = [.. root.Objects("structuralZeros").Select(CellOf)],
            Links = [.. root.Objects("links").Select(LinkOf)],
            External = [.. root.Objects("external").Select(FigureOf)],
            Decimals = (int)root.Whole("decimals", 0, 0, 9),
            Budget = root.Whole("budget", ContingencySpec.DefaultBudget, 1, long.MaxValue),
        };
        root.Close();
        if (faults.Count == 0)
        {
            new SpecCheck(spec, faults).Run();
        }

        return spec;
    }

    private static VariableSpec VariableOf(SpecObject o)
    {
        var layout = o.Text("layout");
        if (layout is not (null or "fixed" or "pool"))
        {
            o.Report(SpecFaultKind.Invalid, o.PathOf("layout"));
        }

        var chains = new List<IReadOnlyList<string>>();
        if (o.Find("parents") is { } parents)
        {
            if (parents.ValueKind != JsonValueKind.Array || parents.EnumerateArray().Any(c => c.ValueKind != JsonValueKind.Array))
            {
                o.Report(SpecFaultKind.Invalid, o.PathOf("parents"));
            }
            else
            {
                chains.AddRange(parents.EnumerateArray().Select((c, i) => o.TextsIn(c, $"{o.PathOf("parents")}[{i}]")));
            }
        }

        var hierarchy = o.Text("hierarchy");
        if (hierarchy is not null && chains.Count > 0)
        {
            o.Report(SpecFaultKind.Contradictory, o.PathOf("hierarchy"));
        }

        var variable = new VariableSpec(o.Text("name", isRequired: true) ?? "", o.Choice("role", VariableSpecRole.Other, isRequired: true), chains, hierarchy)
        {
            Multiple = o.Text("multiple"),
            AtMost = (int)o.Whole("atMost", 0, 1, 1_000),
            IsPooled = layout is "pool",
        };
        if (variable is { Multiple: null, AtMost: > 0 })
        {
            o.Report(SpecFaultKind.Missing, o.PathOf("multiple"));
        }

        if (variable.Multiple is not null && chains.Count > 0)
        {
            // A row with several categories has no column that could say what is above each of them.
            o.Report(SpecFaultKind.Contradictory, o.PathOf("parents"));
        }

        if (variable is { Multiple: not null, IsPooled: true })
        {
            // Who has two of its categories is one person in a pooled row of both, so that rows do not add up to what is in them.
            o.Report(SpecFaultKind.Contradictory, o.PathOf("layout"));
        }

        o.Close();
        return variable;
    }

    private static TableSpec TableOf(SpecObject o)
    {
        var table = new TableSpec(
            o.Text("id", isRequired: true) ?? "",
            o.Texts("by", isRequired: true),
            ByVariable(o, "where"),
            ByVariable(o, "levels"),
            o.Texts("noTotal"));
        o.Close();
        return table;
    }

    private static ContingencyRules RulesOf(SpecObject o)
    {
        var weights = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (variable, factors) in o.Inner("weights")?.Entries() ?? [])
        {
            var codes = new SpecObject(factors, $"{o.PathOf("weights")}.{variable}", []);
            weights[variable] = codes.Entries().ToDictionary(
                c => c.Name,
                c =>
                {
                    if (c.Value.ValueKind == JsonValueKind.Number && c.Value.TryGetDouble(out var factor) && factor >= 0 && double.IsFinite(factor))
                    {
                        return factor;
                    }

                    o.Report(SpecFaultKind.Invalid, codes.PathOf(c.Name));
                    return 1;
                },
                StringComparer.Ordinal);
            if (!codes.IsObject)
            {
                o.Report(SpecFaultKind.Invalid, codes.Path);
            }
        }

        var (persons, coalition) = InsiderReading.Of(o);
        var latent = o.Inner("latent");
        var crossed = latent is null ? 0 : (int)latent.Whole("variables", 3, 1, 16);
        latent?.Close();
        var attribute = o.Inner("attribute");
        var (kappa, slack) = attribute is null ? (-1, 0) : ((int)attribute.Whole("kappa", 1, 0, 1000), (int)attribute.Whole("slack", 1, 0, 1000));
        attribute?.Close();
        var rules = new ContingencyRules
        {
            Kappa = kappa,
            Slack = slack,
            Persons = persons,
            Coalition = coalition,
            Differences = o.Flag("differences"),
            Latent = crossed,
            Concentration = ConcentrationReading.Of(o),
            K = (int)o.Whole("k", 0, 0, 1_000_000),
            Level = o.Choice("level", ContingencyLevel.Band),
            Zeros = o.Choice("zeros", ZeroPolicy.Free),
            HiddenMayBeZero = o.Flag("hiddenMayBeZero"),
            Cost = o.Choice("cost", HidingCost.Value),
            Weights = weights,
            Primary = [.. o.Objects("primary").Select(PrimaryOf)],
        };
        if (rules is { Zeros: ZeroPolicy.Open, Level: not ContingencyLevel.Exact, HiddenMayBeZero: false, K: > 0 })
        {
            // A hidden cell is at least one for the attacker, so that 0 cannot stay possible.
            o.Report(SpecFaultKind.Contradictory, o.PathOf("level"));
        }

        if (rules.HiddenMayBeZero && rules.Zeros != ZeroPolicy.Open)
        {
            o.Report(SpecFaultKind.Contradictory, o.PathOf("hiddenMayBeZero"));
        }

        o.Close();
        return rules;
    }

    private static PrimaryCell PrimaryOf(SpecObject o)
    {
        var primary = new PrimaryCell(Referred(o), o.Number("lower") ?? 0, o.Number("upper") ?? 0);
        o.Close();
        return primary;
    }

    private static LinkSpec LinkOf(SpecObject o)
    {
        var link = new LinkSpec(Side(o, "if"), Side(o, "then"), o.Flag("both"), o.Path);
        o.Close();
        return link;
    }

    /// <summary>One variable with its codes.</summary>
    private static (string Variable, IReadOnlyList<string> Codes) Side(SpecObject o, string name)
    {
        var sides = ByVariable(o, name);
        if (sides.Count == 1 && sides.First() is { Value.Count: > 0 } side)
        {
            return (side.Key, side.Value);
        }

        o.Report(o.Find(name) is null ? SpecFaultKind.Missing : SpecFaultKind.Invalid, o.PathOf(name));
        return ("", []);
    }

    private static ExternalFigure FigureOf(SpecObject o)
    {
        var value = o.Number("value");
        var (low, high) = (o.Number("low"), o.Number("high"));
        if (value is not null && (low is not null || high is not null))
        {
            o.Report(SpecFaultKind.Contradictory, o.PathOf("value"));
        }
        else if (value is null && low is null && high is null)
        {
            o.Report(SpecFaultKind.Missing, o.PathOf("value"));
        }

        var figure = new ExternalFigure(Referred(o), value ?? low, value ?? high);
        o.Close();
        return figure;
    }

    /// <summary>A cell named by its codes alone, or as <c>cell</c> beside a table.</summary>
    private static CellReference CellOf(SpecObject o)
    {
        if (o.Find("cell") is { ValueKind: JsonValueKind.Object })
        {
            var wrapped = Referred(o);
            o.Close();
            return wrapped;
        }

        return new CellReference(null, Codes(o), o.Path);
    }

    private static CellReference Referred(SpecObject o)
    {
        var cell = o.Inner("cell");
        if (cell is null)
        {
            o.Report(SpecFaultKind.Missing, o.PathOf("cell"));
        }

        return new CellReference(o.Text("table"), cell is null ? new Dictionary<string, string>(StringComparer.Ordinal) : Codes(cell), o.Path);
    }

    private static Dictionary<string, string> Codes(SpecObject o)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, value) in o.Entries())
        {
            if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                codes[variable] = value.ToString();
            }
            else
            {
                o.Report(SpecFaultKind.Invalid, o.PathOf(variable));
            }
        }

        return codes;
    }

    private static Dictionary<string, IReadOnlyList<string>> ByVariable(SpecObject o, string name)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (variable, value) in o.Inner(name)?.Entries() ?? [])
        {
            found[variable] = o.TextsIn(value, $"{o.PathOf(name)}.{variable}");
        }

        return found;
    }
}
