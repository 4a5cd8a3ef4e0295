/** DynamoDB's stand-in on this machine: dynoxide, fetched through npm, started as a child process, ended with its parent. */
@NullMarked
package org.supportpin.engine;

import org.jspecify.annotations.NullMarked;
