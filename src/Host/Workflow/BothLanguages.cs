using Publication.Tables;

namespace Host.Workflow;

/// <summary>What people wrote, in both languages. It prints nothing of itself: until it is published it is nobody's business.</summary>
internal sealed class BothLanguages(string tr, string en)
{
    public string Tr { get; } = tr;

    public string En { get; } = en;

    /// <summary>Written in neither.</summary>
    public bool IsEmpty => Tr.Length == 0 && En.Length == 0;

    /// <summary>Written in one of them only.</summary>
    public bool IsHalf => (Tr.Length == 0) != (En.Length == 0);

    public string In(Language language) => language == Language.Tr ? Tr : En;
}
