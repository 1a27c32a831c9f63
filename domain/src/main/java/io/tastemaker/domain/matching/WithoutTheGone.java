package io.tastemaker.domain.matching;

/**
 * The columns of a part, its texts blanked where a row is no longer true: who was removed is not told to those who keep the columns. The
 * numbers stay, since the bounds of whole zones are made of them.
 */
record WithoutTheGone(Part part, Columns columns) implements Columns {

    @Override
    public byte[] bytes(String name, byte[] column) {
        return columns.bytes(name, switch (name) {
            case CatalogueSegment.NAMES -> blanked(part.segment().names);
            case CatalogueSegment.CARDS -> blanked(part.segment().cards);
            default -> column;
        });
    }

    private byte[] blanked(Pieces texts) {
        int rows = part.segment().size;
        return part.count() == rows ? texts.bytes : texts.blankedBut(part.live(), rows);
    }

    @Override
    public char[] chars(String name, char[] column) {
        return columns.chars(name, column);
    }

    @Override
    public int[] ints(String name, int[] column) {
        return columns.ints(name, column);
    }

    @Override
    public long[] longs(String name, long[] column) {
        return columns.longs(name, column);
    }
}
