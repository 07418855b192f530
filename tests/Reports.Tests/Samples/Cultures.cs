using System.Globalization;

namespace Reports.Tests.Samples;

/// <summary>Runs something under a culture of this thread and of the threads it starts.</summary>
internal static class Cultures
{
    public static T Under<T>(string name, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        var beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
