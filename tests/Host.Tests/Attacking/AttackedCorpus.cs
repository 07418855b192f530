using Host.Tests.Attacking.Corpus;

namespace Host.Tests.Attacking;

/// <summary>Every shape twice: leaking, and safe.</summary>
internal static class AttackedCorpus
{
    public static IReadOnlyList<Shape> Shapes { get; } =
        [.. CommaFiles.All, .. RangesAndZeros.All, .. Hierarchies.All, .. Sheets.All, .. Together.All, .. Declared.All];

    public static TheoryData<string, bool> Names
    {
        get
        {
            var names = new TheoryData<string, bool>();
            foreach (var shape in Shapes)
            {
                names.Add(shape.Name, true);
                names.Add(shape.Name, false);
            }

            return names;
        }
    }

    public static MadeUpPublication Build(string name, bool leaks) => Shapes.Single(s => s.Name == name).Build(leaks);
}
