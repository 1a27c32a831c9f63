package io.tastemaker.domain.matching;

/**
 * Goes through the columns of a catalogue, always in the same order. Who keeps them is handed each and gives it back; who restores them
 * takes no notice of what is handed over and gives what was kept. So the list of the columns stands once, whichever way they go.
 * What an implementation throws ends the walk.
 */
public interface Columns {

    /**
     * A column of bytes.
     *
     * @param name what stands in it
     * @param column the column as it is
     * @return the column as it shall be
     */
    byte[] bytes(String name, byte[] column);

    /**
     * A column of numbers from 0 to 65,535.
     *
     * @param name what stands in it
     * @param column the column as it is
     * @return the column as it shall be
     */
    char[] chars(String name, char[] column);

    /**
     * A column of numbers of 32 bits.
     *
     * @param name what stands in it
     * @param column the column as it is
     * @return the column as it shall be
     */
    int[] ints(String name, int[] column);

    /**
     * A column of numbers of 64 bits.
     *
     * @param name what stands in it
     * @param column the column as it is
     * @return the column as it shall be
     */
    long[] longs(String name, long[] column);
}
