using Publication.Releases;

namespace Host.Web.Api;

/// <summary>Addresses of a release and its tables, for programs.</summary>
internal static class ReleaseLinks
{
    public static string Of(Release release) => $"/v1/releases/{release.Content.Header.Id}";

    public static string Of(Release release, string table) => $"{Of(release)}/tables/{table}";

    public static string Of(Release release, string table, TableFormat format) => $"{Of(release, table)}.{format.Ending}";
}
