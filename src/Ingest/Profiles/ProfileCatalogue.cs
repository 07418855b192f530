using Ingest.Schema;

namespace Ingest.Profiles;

/// <summary>
/// All partner shapes, from <c>profiles/*.json</c> of the product's data folder and of any folders an operator adds. A shape is
/// recognised by its headings; of two with one id the newer version is tried first, and old versions stay readable.
/// </summary>
public sealed class ProfileCatalogue
{
    private readonly IReadOnlyList<Profile> profiles;

    private ProfileCatalogue(IReadOnlyList<Profile> profiles) => this.profiles = profiles;

    /// <summary>Ids in ordinal order.</summary>
    public IReadOnlyList<string> Ids => [.. profiles.Select(profile => profile.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The newest version of each shape, in ordinal order of their ids.</summary>
    internal IEnumerable<Profile> Newest => profiles.GroupBy(profile => profile.Id, StringComparer.Ordinal).Select(versions => versions.First());

    /// <summary>Loads the product's profiles and those of further folders.</summary>
    /// <exception cref="DataFileException">A profile breaks its schema, or one id and version occurs twice.</exception>
    public static ProfileCatalogue Load(CodeLists lists, params IReadOnlyList<string> furtherFolders)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var profiles = new List<Profile>();
        foreach (string folder in (IEnumerable<string>)[Path.Combine(DataFiles.Root, "profiles"), .. furtherFolders])
        {
            foreach (string file in DataFiles.In(folder))
            {
                Profile profile = Profile.Load(file, lists);
                if (profiles.Any(other => other.Id == profile.Id && other.File.Version == profile.File.Version))
                {
                    throw DataFileException.In(file, "this id and version is loaded already");
                }

                profiles.Add(profile);
            }
        }

        return new ProfileCatalogue(
            [.. profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal).ThenByDescending(profile => profile.File.Version)]);
    }

    /// <summary>The profile whose headings fit best, or none.</summary>
    /// <param name="firstRows">The first rows of a sheet, every cell folded.</param>
    internal BoundHeading? Recognise(IReadOnlyList<string[]> firstRows)
    {
        BoundHeading? best = null;
        int most = 0;
        foreach (Profile profile in profiles)
        {
            BoundHeading? bound = HeadingBinder.Bind(profile, firstRows, out int matched);
            if (bound is not null && matched > most)
            {
                (best, most) = (bound, matched);
            }
        }

        return best;
    }
}
