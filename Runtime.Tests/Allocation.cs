using System.Runtime.CompilerServices;

namespace Fluxion.Tests;

/// <summary>Counts what an action allocates once it is warm.</summary>
internal static class Allocation
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static long OfWarm(Action action)
    {
        action();
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
