namespace Reports; internal static class Placeholder;
