/** Taking mail to the people: over SMTP, or into a folder while the program is developed. */
package io.tastemaker.adapters.integrations.operations;
