using System.CommandLine;
using Host.Texts;

namespace Host.RecordFiles;

/// <summary>The options of <c>anonymize</c>, as texts; <see cref="AnonymizeReading"/> makes a request of them.</summary>
internal sealed class AnonymizeOptions
{
    public AnonymizeOptions(Messages messages)
    {
        Input = Text("--input", "FILE", "OptionTable", messages, isRequired: true);
        Delimiter = Text("--delimiter", "C", "OptionDelimiter", messages);
        Hierarchy = Several("--hierarchy", "ATTR=FILE", "OptionHierarchy", messages, isRequired: true);
        Sensitive = Several("--sensitive", "ATTR", "OptionSensitive", messages);
        Keep = Several("--keep", "ATTR", "OptionKeep", messages);
        Drop = Several("--drop", "ATTR", "OptionDrop", messages);
        Multiple = MultipleOption.Describe(messages);
        K = Text("--k", "K", "OptionK", messages, isRequired: true);
        L = Text("--l", "N", "OptionL", messages);
        EntropyL = Text("--entropy-l", "N", "OptionEntropyL", messages);
        Recursive = Text("--recursive-cl", "C,L", "OptionRecursive", messages);
        T = Text("--t", "T", "OptionT", messages);
        Distance = Text("--t-distance", "equal|ordered|hierarchical", "OptionTDistance", messages);
        Rare = Several("--rare", "ATTR[+ATTR…]=N", "OptionRare", messages);
        Population = Text("--population", "FILE", "OptionPopulation", messages);
        KMap = Text("--k-map", "N", "OptionKMap", messages);
        Delta = Text("--delta", "MIN,MAX", "OptionDelta", messages);
        Limit = Text("--suppression-limit", "S", "OptionSuppressionLimit", messages);
        Metric = Text("--metric", "loss|loss-arithmetic|discernibility|aecs|precision|entropy", "OptionMetric", messages);
        Recoding = Text("--recoding", "global|local|cells", "OptionRecoding", messages);
        Repeat = Text("--repeat", "N", "OptionRepeat", messages);
        KeepSuppressed = new Option<bool>("--keep-suppressed") { Description = messages["OptionKeepSuppressed"] };
        Output = Text("--output", "OUT", "OptionOutputTable", messages, isRequired: true);
        Report = Text("--report", "OUT.json", "OptionReport", messages);
        Frontier = Text("--frontier", "OUT.html", "OptionFrontier", messages);
    }

    public Option<string?> Input { get; }

    public Option<string?> Delimiter { get; }

    public Option<string[]> Hierarchy { get; }

    public Option<string[]> Sensitive { get; }

    public Option<string[]> Keep { get; }

    public Option<string[]> Drop { get; }

    public Option<string[]> Multiple { get; }

    public Option<string?> K { get; }

    public Option<string?> L { get; }

    public Option<string?> EntropyL { get; }

    public Option<string?> Recursive { get; }

    public Option<string?> T { get; }

    public Option<string?> Distance { get; }

    public Option<string[]> Rare { get; }

    public Option<string?> Population { get; }

    public Option<string?> KMap { get; }

    public Option<string?> Delta { get; }

    public Option<string?> Limit { get; }

    public Option<string?> Metric { get; }

    public Option<string?> Recoding { get; }

    public Option<string?> Repeat { get; }

    public Option<bool> KeepSuppressed { get; }

    public Option<string?> Output { get; }

    public Option<string?> Report { get; }

    public Option<string?> Frontier { get; }

    public IEnumerable<Option> All =>
    [
        Input, Delimiter, Hierarchy, Sensitive, Keep, Drop, Multiple, K, L, EntropyL, Recursive, T, Distance, Rare, Population, KMap, Delta, Limit, Metric, Recoding, Repeat, KeepSuppressed,
        Output, Report, Frontier,
    ];

    private static Option<string?> Text(string name, string form, string description, Messages messages, bool isRequired = false) =>
        new(name) { HelpName = form, Description = messages[description], Required = isRequired };

    private static Option<string[]> Several(string name, string form, string description, Messages messages, bool isRequired = false) =>
        new(name) { HelpName = form, Description = messages[description], Required = isRequired, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
