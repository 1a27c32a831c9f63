package io.tastemaker.application.shared;

/**
 * Which texts were seen so far, as 64-bit hashes in an open table: 16 to 32 bytes each. Two texts of one hash are so rare (one chance in 37
 * million for a million texts) that the caller only has to stay sane, not exact. Used by one thread.
 */
public final class SeenTexts {

    private long[] table = new long[1024];
    private int size;

    /** Begins without any. */
    public SeenTexts() {}

    /**
     * Notes a text.
     *
     * @param text such as a handle
     * @return false when it was seen before
     */
    public boolean add(String text) {
        if (size * 2 >= table.length) {
            long[] old = table;
            table = new long[old.length * 2];
            for (long hash : old) {
                if (hash != 0) {
                    put(hash);
                }
            }
        }
        boolean isNew = put(hash(text));
        size += isNew ? 1 : 0;
        return isNew;
    }

    private boolean put(long hash) {
        int at = (int) (hash >>> 32) & (table.length - 1);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return false;
            }
            at = (at + 1) & (table.length - 1);
        }
        table[at] = hash;
        return true;
    }

    /** FNV-1a over the characters, then the finalizer of SplitMix64 to spread it; never 0. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
