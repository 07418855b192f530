using Host.Samples;

namespace Host.Demo;

/// <summary>Finds the samples: the folder <c>data-samples</c> here or above the program; where there is none, the generator writes the same files
/// again into the sandbox, beside its private folder: nothing lies in that in clear, samples included.</summary>
internal static class SamplesFolder
{
    private const string Name = "data-samples";

    public static string Find(string sandbox, CancellationToken cancellationToken)
    {
        string[] starts = [Directory.GetCurrentDirectory(), AppContext.BaseDirectory];
        foreach (var start in starts)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                var candidate = Path.Combine(folder.FullName, Name);
                if (File.Exists(Path.Combine(candidate, "partners.json")))
                {
                    return candidate;
                }
            }
        }

        var made = Path.Combine(sandbox, Name);
        if (!Directory.Exists(made))
        {
            SampleGenerator.Write(SampleDefaults.Cases, SampleDefaults.Seed, made, cancellationToken);
        }

        return made;
    }
}
