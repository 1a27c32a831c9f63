/** Files that leave: CSV, workbooks and JSON Lines on the disk, and the links that open them. */
package io.tastemaker.adapters.integrations.exports;
