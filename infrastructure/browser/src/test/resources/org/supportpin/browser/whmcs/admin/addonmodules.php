<?php

require __DIR__ . '/../init.php';

use WHMCS\Database\Capsule;

// The module's access control: roles that may open it.
$admin = isset($_SESSION['adminid']) ? Capsule::table('tbladmins')->where('id', $_SESSION['adminid'])->first() : null;
if ($admin === null || $_GET['module'] !== 'supportpin' || !in_array($admin->roleid, \WHMCS\Support\data('access'), true)) {
    http_response_code(403);
    exit('Access denied');
}
require ROOTDIR . '/modules/addons/supportpin/supportpin.php';
ob_start();
supportpin_output(module_vars('addonmodules.php?module=supportpin', 'english'));
admin_page('Support PIN', ob_get_clean());
