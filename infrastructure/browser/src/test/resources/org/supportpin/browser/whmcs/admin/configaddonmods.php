<?php

require __DIR__ . '/../init.php';

// The list of modules reads each one that is in the folder, active or not.
require ROOTDIR . '/modules/addons/supportpin/supportpin.php';
$module = supportpin_config();
admin_page("{$module['name']} {$module['version']}", $module['description'] . ' ' . count($module['fields']) . ' fields. ' . supportpin_activate()['description']);
