using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>
/// The analyzers see a comparison without its kind, but not an order without a comparer and not a number inside an interpolated string. Both take the
/// culture of the moment: in Turkish <c>Ş</c> stands beside <c>S</c> and 1.5 is written 1,5.
/// </summary>
public sealed class CultureTests
{
    private static readonly string[] Orderings = ["Order", "OrderDescending", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Max", "Min", "MaxBy", "MinBy", "Sort"];

    private static readonly Type[] WrittenByCulture =
        [typeof(decimal), typeof(double), typeof(float), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly)];

    [Fact]
    public void OrderOfTexts_NamesItsComparer()
    {
        var unnamed =
            from assembly in OwnAssemblies.All
            from use in CompiledCode.UsesByMethod(assembly)
            where !IsGenerated(use.Method)
            from used in use.Used
            where OrdersTextsByCulture(used)
            select $"{use.Method.DeclaringType!.FullName}.{use.Method.Name} calls {used.DeclaringType!.Name}.{used.Name}";
        Assert.Empty(unnamed);
    }

    [Fact]
    public void NumberInAText_NamesItsCulture()
    {
        var unnamed =
            from assembly in OwnAssemblies.All
            from use in CompiledCode.UsesByMethod(assembly)
            where !IsGenerated(use.Method)
                && use.Used.Any(u => u is ConstructorInfo made && made.DeclaringType == typeof(DefaultInterpolatedStringHandler) && made.GetParameters().Length == 2)
                && use.Used.Any(AppendsByCulture)
            select $"{use.Method.DeclaringType!.FullName}.{use.Method.Name}";
        Assert.Empty(unnamed);
    }

    private static bool OrdersTextsByCulture(MemberInfo used) => used switch
    {
        MethodInfo { DeclaringType: { } owner } method when owner == typeof(Enumerable) || owner == typeof(Array) =>
            Orderings.Contains(method.Name, StringComparer.Ordinal) && method.IsGenericMethod
            && (method.Name is "Max" or "Min" ? method.ReturnType : method.GetGenericArguments()[^1]) == typeof(string)
            && !method.GetParameters().Any(p => IsComparer(p.ParameterType)),
        MethodInfo { Name: "Sort", DeclaringType: { IsGenericType: true } list } method =>
            list == typeof(List<string>) && method.GetParameters().Length == 0,
        MethodInfo { Name: "CompareTo" } method => method.DeclaringType == typeof(string),
        MethodInfo { Name: "get_Default", DeclaringType: var owner } => owner == typeof(Comparer<string>),
        ConstructorInfo { DeclaringType: { IsGenericType: true } made } constructor =>
            made.Name is "SortedDictionary`2" or "SortedSet`1" or "SortedList`2" && made.GetGenericArguments()[0] == typeof(string)
            && !constructor.GetParameters().Any(p => IsComparer(p.ParameterType)),
        _ => false,
    };

    private static bool IsComparer(Type type) => type.Name.StartsWith("IComparer", StringComparison.Ordinal) || type.Name.StartsWith("Comparison", StringComparison.Ordinal);

    private static bool AppendsByCulture(MemberInfo used) =>
        used is MethodInfo { Name: "AppendFormatted", IsGenericMethod: true } method
        && method.DeclaringType == typeof(DefaultInterpolatedStringHandler)
        && WrittenByCulture.Contains(Nullable.GetUnderlyingType(method.GetGenericArguments()[0]) ?? method.GetGenericArguments()[0]);

    // What the compiler writes for records (printing) and what source generators write is judged where it is declared.
    private static bool IsGenerated(MethodBase method) =>
        (method.IsDefined(typeof(CompilerGeneratedAttribute)) && method.Name == "PrintMembers")
        || (method.DeclaringType!.FullName ?? string.Empty).StartsWith("System.", StringComparison.Ordinal);
}
