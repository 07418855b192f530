using Ingest.Counting;
using Ingest.Schema;
using Publication.Tables;

namespace Host.Planning;

/// <summary>A classification at the level at which records are counted for tables: the finest that any bulletin asks for.</summary>
internal sealed class CountedVariable(CodeList list, int level, bool isSet, VariableRole role)
{
    private static readonly Text Yes = new("evet", "yes");
    private static readonly Text No = new("hayır", "no");

    public string Name => list.Variable;

    public VariableRole Role { get; } = role;

    public Text Label => TextOf(list.Label);

    public string Vintage => list.Vintage;

    public CountColumn Column => new(Name, level == 0 ? CodeList.LeafLevel : list.Levels[level - 1].Id);

    /// <summary>The variable, or for one with several answers a person a family of yes/no variables.</summary>
    public IEnumerable<Variable> Variables() => isSet
        ? CodesAt(level).Select(c => new Variable(MemberName(c.Code), Role, c.Label, [new Category("Y", Yes), new Category("N", No)]))
        : [new Variable(Name, Role, Label, CodesAt(level))];

    /// <summary>The categories of a coarser level (or this one) as sets of counted codes, in printed order.</summary>
    public IEnumerable<DeclaredCategory> Declared(int coarser) => CodesAt(coarser).Select(c => new DeclaredCategory(c.Code, c.Label, NodeOf(coarser, [c.Code])));

    /// <summary>The persons who have one of these codes of a level.</summary>
    public Node NodeOf(int coarser, IReadOnlyCollection<string> codes)
    {
        if (isSet)
        {
            return coarser == level && codes.Count == 1
                ? new Node(MemberName(codes.Single()), ["Y"])
                : throw new InvalidOperationException($"Answers to {Name} are counted one by one, at one level.");
        }

        var counted = Enumerable.Range(0, list.Codes.Count).Where(leaf => codes.Contains(CodeAt(leaf, coarser))).Select(leaf => CodeAt(leaf, level)).ToArray();
        var straddles = Enumerable.Range(0, list.Codes.Count).Any(leaf => counted.Contains(CodeAt(leaf, level), StringComparer.Ordinal) && !codes.Contains(CodeAt(leaf, coarser)));
        return straddles
            ? throw new InvalidOperationException($"A level of {Name} is no union of the level that is counted.")
            : new Node(Name, counted);
    }

    private IEnumerable<Category> CodesAt(int coarser) => coarser == 0
        ? list.Codes.Select(c => new Category(c.Code, TextOf(c.Label)))
        : list.Levels[coarser - 1].Nodes.Select(n => new Category(n.Code, TextOf(n.Label)));

    private string CodeAt(int leaf, int coarser) => coarser == 0 ? list.Codes[leaf].Code : list.Codes[leaf].Parents[coarser - 1];

    private string MemberName(string code) => $"{Name}:{code}";

    private static Text TextOf(Label label) => new(label.Tr, label.En);
}
