package io.tastemaker.domain.matching;

/**
 * The columns of a part, its texts blanked where a row is no longer true: who was removed is not told to those who keep the columns. The
 * numbers stay, since the bounds of whole zones are made of them.
 */
record WithoutTheGone(Part part, Columns columns) implements Columns {

    @Override
    public byte[] bytes(String name, byte[] column) {
        return columns.bytes(name, switch (name) {
            case CatalogueSegment.NAMES -> blanked(column, part.segment().nameEnds);
            case CatalogueSegment.CARDS -> blanked(column, part.segment().cardEnds);
            default -> column;
        });
    }

    private byte[] blanked(byte[] texts, int[] ends) {
        if (part.count() == part.segment().size) {
            return texts;
        }
        byte[] left = new byte[texts.length];
        for (int row = 0; row < ends.length; row++) {
            if ((part.live()[row >> 6] & 1L << row) != 0) {
                int start = row == 0 ? 0 : ends[row - 1];
                System.arraycopy(texts, start, left, start, ends[row] - start);
            }
        }
        return left;
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
