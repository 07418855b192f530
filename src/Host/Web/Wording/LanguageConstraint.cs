namespace Host.Web.Wording;

/// <summary>An address begins with <c>tr</c> or <c>en</c>.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is "tr" or "en";
}
