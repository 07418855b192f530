using System.Collections.Frozen;
using System.CommandLine;
using Anonymize.RecordFiles.Measures;
using Anonymize.RecordFiles.Models;
using Anonymize.RecordFiles.Recoding;
using Host.Outcomes;
using Host.Tabular;
using Ingest.Tabular;

namespace Host.RecordFiles;

/// <summary>Makes a request of what was typed, or says which option is wrong.</summary>
internal sealed class AnonymizeReading(AnonymizeOptions options, ParseResult parsed)
{
    private Failure? _failure;

    public Outcome<AnonymizeRequest> Read()
    {
        var hierarchies = Hierarchies();
        var sensitive = parsed.GetValue(options.Sensitive) ?? [];
        var request = new AnonymizeRequest
        {
            Input = Given(options.Input) ?? "",
            Delimiter = DelimiterOption.Read(Given(options.Delimiter)) ?? Wrong<char>(options.Delimiter),
            Hierarchies = hierarchies,
            Sensitive = sensitive,
            Keep = parsed.GetValue(options.Keep) ?? [],
            Drop = parsed.GetValue(options.Drop) ?? [],
            Multiple = Multiple(),
            Models = Models([.. hierarchies.Select(h => h.Attribute).Where(a => !sensitive.Contains(a, StringComparer.Ordinal))]),
            Population = Given(options.Population),
            SuppressionLimit = Number(options.Limit, Numbers.Share) ?? 0,
            Measure = Choice(options.Metric, Names.Measures, Measure.Loss),
            Recoding = Choice(options.Recoding, Names.Recodings, RecodingKind.Global),
            Repeat = Number(options.Repeat, text => Numbers.Whole(text, least: 1)) ?? 1,
            KeepSuppressed = parsed.GetValue(options.KeepSuppressed),
            Output = Given(options.Output) ?? "",
            Report = Given(options.Report),
            Frontier = Given(options.Frontier),
        };
        _failure ??= Contradiction(request);
        return _failure is not null ? _failure : request;
    }

    private PrivacyModels Models(string[] keys) => new()
    {
        K = Number(options.K, text => Numbers.Whole(text, least: 1)) ?? 1,
        KMap = Number(options.KMap, text => Numbers.Whole(text, least: 1)),
        Presence = Pair<(double, double)>(options.Delta, (least, most) => Numbers.Real(least, 0, 1) is { } low && Numbers.Real(most, low, 1) is { } high ? (low, high) : null),
        DistinctL = Number(options.L, text => Numbers.Whole(text, least: 1)),
        EntropyL = Number(options.EntropyL, text => Numbers.Real(text, 1, int.MaxValue)),
        Recursive = Pair<(double, int)>(options.Recursive, (c, l) => Numbers.Real(c, 0, double.MaxValue) is { } factor && Numbers.Whole(l, least: 1) is { } rank ? (factor, rank) : null),
        T = Number(options.T, text => Numbers.Real(text, 0, 1)),
        Distance = Choice(options.Distance, Names.Distances, Distance.Equal),
        Rare = Rare(keys),
    };

    private RareRule[] Rare(string[] keys)
    {
        var rules = new List<RareRule>();
        foreach (var text in parsed.GetValue(options.Rare) ?? [])
        {
            int[] attributes = [.. text.Split('=')[0].Split('+').Select(name => Array.IndexOf(keys, name))];
            if (text.Split('=') is not [_, var number] || Numbers.Whole(number, least: 1) is not { } least || attributes.Contains(-1) || attributes.Distinct().Count() < attributes.Length)
            {
                _failure ??= Usage("OptionValueWrong", options.Rare.Name, options.Rare.HelpName!);
            }
            else
            {
                rules.Add(new RareRule(attributes, least));
            }
        }

        return [.. rules];
    }

    private static Failure? Contradiction(AnonymizeRequest request) => request switch
    {
        { Models.AsksSensitive: true, Sensitive.Count: 0 } => Usage("SensitiveMissing"),
        { Models: { Distance: not Distance.Equal, T: null } } => Usage("DistanceWithoutT"),
        { Models: { Distance: Distance.Hierarchical, T: not null } } when request.Sensitive.FirstOrDefault(s => !request.Hierarchies.Any(h => h.Attribute == s)) is { } flat =>
            Usage("SensitiveWithoutHierarchy", flat),
        { Models.AsksPopulation: true, Population: null } => Usage("PopulationMissing"),
        { Models.AsksPopulation: false, Population: not null } => Usage("PopulationUnused"),
        { Models: { KMap: not null, Presence: not null } } => Usage("PopulationModels"),
        { Recoding: not RecodingKind.Global, Measure: not (Measure.Loss or Measure.LossArithmetic) } => Usage("RecodingMetric"),
        { Frontier: not null, Measure: not (Measure.Loss or Measure.LossArithmetic or Measure.Precision) } => Usage("FrontierMetric"),
        { Recoding: not RecodingKind.Global, Models.Rare.Count: > 0 } => Usage("RecodingRare"),
        { Recoding: not RecodingKind.Global, Models.AsksPopulation: true } => Usage("RecodingWithoutPopulation"),
        _ when request.Multiple.Keys.FirstOrDefault(m => !request.Hierarchies.Any(h => h.Attribute == m) && !request.Sensitive.Contains(m, StringComparer.Ordinal)) is { } unused =>
            Usage("MultipleUnused", unused),
        _ when request.Hierarchies.All(h => request.Sensitive.Contains(h.Attribute, StringComparer.Ordinal)) => Usage("NoKeyAttribute"),
        _ when TabularWriter.FormatOf(request.Output) is null => Usage("OutputEnding"),
        _ => null,
    };

    private (string Attribute, string File)[] Hierarchies()
    {
        var pairs = new List<(string, string)>();
        foreach (var pair in parsed.GetValue(options.Hierarchy) ?? [])
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
            {
                _failure ??= Usage("OptionValueWrong", options.Hierarchy.Name, options.Hierarchy.HelpName!);
            }
            else if (pairs.Any(p => p.Item1 == pair[..at]))
            {
                _failure ??= Usage("ColumnDeclaredTwice", pair[..at]);
            }
            else
            {
                pairs.Add((pair[..at], pair[(at + 1)..]));
            }
        }

        return [.. pairs];
    }

    private IReadOnlyDictionary<string, char> Multiple()
    {
        if (MultipleOption.Read(parsed.GetValue(options.Multiple)).Succeeded(out var multiple, out var failure))
        {
            return multiple;
        }

        _failure ??= failure;
        return FrozenDictionary<string, char>.Empty;
    }

    private string? Given(Option<string?> option) => parsed.GetValue(option);

    private T? Number<T>(Option<string?> option, Func<string, T?> read)
        where T : struct =>
        Given(option) is { } text ? read(text) ?? Wrong<T>(option) : null;

    private T? Pair<T>(Option<string?> option, Func<string, string, T?> read)
        where T : struct =>
        Number(option, text => Numbers.Pair(text) is { } pair ? read(pair.First, pair.Second) : null);

    private T Choice<T>(Option<string?> option, IReadOnlyDictionary<string, T> names, T otherwise)
        where T : struct =>
        Given(option) is not { } text ? otherwise : names.TryGetValue(text, out var chosen) ? chosen : Wrong<T>(option);

    private T Wrong<T>(Option<string?> option)
        where T : struct
    {
        _failure ??= Usage("OptionValueWrong", option.Name, option.HelpName ?? "");
        return default;
    }

    private static Failure Usage(string code, params string[] arguments) => new(ExitCode.WrongUsage, code, arguments);
}
