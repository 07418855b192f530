using System.Reflection;

namespace Host.Samples.Traps;

/// <summary>What is the same at every size: the file with mistakes, the one with identifiers, and the reader's page.</summary>
internal static class OddFiles
{
    public static void Save(string root)
    {
        FaultyFile.Save(root);
        IdentifiersFile.Save(root);
        using Stream page = Assembly.GetExecutingAssembly().GetManifestResourceStream("Host.Samples.README.md")
            ?? throw new InvalidOperationException("The page of the samples is not in the assembly.");
        using var file = new FileStream(Path.Combine(root, "README.md"), FileMode.CreateNew);
        page.CopyTo(file);
    }
}
