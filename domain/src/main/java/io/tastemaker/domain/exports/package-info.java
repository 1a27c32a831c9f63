/** Data that leave as files: what a file is about, its columns and cells, and how far it is. */
package io.tastemaker.domain.exports;
